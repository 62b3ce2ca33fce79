package org.plenum.installer.truth;

import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenum.model.config.ResourceCatalog;
import org.plenum.model.config.ResourceType;

/**
 * Which fields of configuration objects the compiled product reads. Two ways of reading count:
 *
 * <ul>
 *   <li>code outside the declarations calls the accessor of a record, or another method of a
 *       declaration that comes to read the field; rules that only check are no such method;
 *   <li>code asks the dynamic form of an object for a field by its name, in a class that also names
 *       the resource.
 * </ul>
 *
 * <p>What handles every field alike (store, API, forms) is no reading, nor is what derives, checks
 * or doubts fields when an object is saved.
 */
final class FieldReads {
  private static final String DECLARATIONS = "org/plenum/model/resource/";
  private static final List<String> NOT_THEIR_USE =
      List.of(
          DECLARATIONS,
          "org/plenum/model/config/",
          "org/plenum/management/change/",
          "org/plenum/management/setup/",
          // What is doubted is not done.
          "org/plenum/management/advice/",
          // Copies fields into the document of a node; whether the node uses them is its matter.
          "org/plenum/management/enrolment/NodeEnrolment");
  private static final String VALUES = "org/plenum/model/config/Values";
  private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "equals", "hashCode");

  /** A method, or a field of a record; overloads count as one. */
  private record Member(String owner, String name) {}

  private final Map<Member, Set<Member>> uses = new HashMap<>();
  private final Set<Member> used = new HashSet<>();
  private final Set<String> readByName = new HashSet<>();

  FieldReads(List<ClassModel> classes, ResourceCatalog catalog) {
    for (ClassModel type : classes) {
      String name = type.thisClass().asInternalName();
      if (name.startsWith(DECLARATIONS)) {
        type.methods().forEach(method -> noteUses(name, method));
      } else if (NOT_THEIR_USE.stream().noneMatch(name::startsWith)) {
        type.methods().forEach(method -> used.addAll(usesOf(method)));
        noteReadsByName(type, catalog);
      }
    }
    followUses();
  }

  /** Whether the product reads a field. */
  boolean reads(ResourceType<?> type, String field) {
    return type.accessor(field).map(FieldReads::member).filter(used::contains).isPresent()
        || readByName.contains(type.name() + "." + field);
  }

  private static Member member(Method accessor) {
    return new Member(accessor.getDeclaringClass().getName().replace('.', '/'), accessor.getName());
  }

  private void noteUses(String owner, MethodModel method) {
    String name = method.methodName().stringValue();
    if (!OF_EVERY_OBJECT.contains(name)) {
      uses.computeIfAbsent(new Member(owner, name), key -> new HashSet<>()).addAll(usesOf(method));
    }
  }

  private static Set<Member> usesOf(MethodModel method) {
    Set<Member> found = new HashSet<>();
    method.code().ifPresent(code -> code.forEach(element -> addUse(element, found)));
    return found;
  }

  private static void addUse(CodeElement element, Set<Member> found) {
    switch (element) {
      case InvokeInstruction call ->
          found.add(new Member(call.owner().asInternalName(), call.name().stringValue()));
      case FieldInstruction field when field.opcode() == Opcode.GETFIELD ->
          found.add(new Member(field.owner().asInternalName(), field.name().stringValue()));
      case InvokeDynamicInstruction lambda ->
          lambda.bootstrapArgs().forEach(argument -> addHandle(argument, found));
      default -> {}
    }
  }

  /** The body of a lambda expression, or the method that a method reference names. */
  private static void addHandle(ConstantDesc argument, Set<Member> found) {
    if (argument instanceof DirectMethodHandleDesc handle) {
      found.add(new Member(internalName(handle.owner()), handle.methodName()));
    }
  }

  private static String internalName(ClassDesc type) {
    String descriptor = type.descriptorString();
    return type.isClassOrInterface()
        ? descriptor.substring(1, descriptor.length() - 1)
        : descriptor;
  }

  /** What the used methods of declarations use is used too. */
  private void followUses() {
    Deque<Member> open = new ArrayDeque<>(used);
    while (!open.isEmpty()) {
      for (Member next : uses.getOrDefault(open.pop(), Set.of())) {
        if (used.add(next)) {
          open.push(next);
        }
      }
    }
  }

  private void noteReadsByName(ClassModel type, ResourceCatalog catalog) {
    Set<String> texts = new HashSet<>();
    Set<String> asked = new HashSet<>();
    for (MethodModel method : type.methods()) {
      method.code().ifPresent(code -> noteTexts(code, texts, asked));
    }
    for (ResourceType<?> resource : catalog.types()) {
      if (texts.contains(resource.name())) {
        asked.stream()
            .filter(field -> resource.field(field).isPresent())
            .forEach(field -> readByName.add(resource.name() + "." + field));
      }
    }
  }

  private static void noteTexts(Iterable<CodeElement> code, Set<String> texts, Set<String> asked) {
    String last = "";
    for (CodeElement element : code) {
      if (element instanceof ConstantInstruction constant
          && constant.constantValue() instanceof String text) {
        texts.add(text);
        last = text;
      } else if (element instanceof InvokeInstruction call) {
        if (call.owner().asInternalName().equals(VALUES) && !isWrite(call)) {
          asked.add(last);
        }
        last = "";
      }
    }
  }

  private static boolean isWrite(InvokeInstruction call) {
    return call.name().stringValue().startsWith("with");
  }
}
