package org.plenum.management.console;

import io.grpc.MethodDescriptor;
import java.util.Set;
import org.plenum.management.auth.Role;
import org.plenum.rpc.console.ConsoleConfigurationGrpc;
import org.plenum.rpc.console.ConsoleSessionGrpc;
import org.plenum.rpc.console.ConsoleStatusGrpc;
import org.plenum.rpc.console.ConsoleVersionsGrpc;

/** What a method asks of its caller. Whoever is not named here needs a log-in and may only read. */
final class MethodRules {
  private static final Set<String> WITHOUT_LOGIN =
      Set.of(ConsoleSessionGrpc.getLoginMethod().getFullMethodName());
  private static final Set<String> WRITING =
      Set.of(
          ConsoleConfigurationGrpc.getApplyMethod().getFullMethodName(),
          ConsoleConfigurationGrpc.getCreateNodeDocumentMethod().getFullMethodName(),
          ConsoleStatusGrpc.getExecuteMethod().getFullMethodName(),
          ConsoleVersionsGrpc.getRollbackMethod().getFullMethodName());

  private MethodRules() {}

  static boolean needsLogin(MethodDescriptor<?, ?> method) {
    return !WITHOUT_LOGIN.contains(method.getFullMethodName());
  }

  static Role role(MethodDescriptor<?, ?> method) {
    return WRITING.contains(method.getFullMethodName()) ? Role.READ_WRITE : Role.READ_ONLY;
  }

  /** Streams stay open by themselves, which says nothing about the administrator (SYS-136). */
  static boolean isActivity(MethodDescriptor<?, ?> method) {
    return method.getType() == MethodDescriptor.MethodType.UNARY;
  }
}
