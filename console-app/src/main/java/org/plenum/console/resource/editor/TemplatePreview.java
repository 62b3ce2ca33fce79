package org.plenum.console.resource.editor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.console.i18n.Messages;
import org.plenum.model.template.Rendering;
import org.plenum.model.template.Template;
import org.plenum.model.template.TemplateDialect;
import org.plenum.model.template.TemplateException;

/** Renders a template with sample values, for the reader. */
final class TemplatePreview {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TemplateDialect dialect;
  private final Messages messages;

  TemplatePreview(TemplateDialect dialect, Messages messages) {
    this.dialect = dialect;
    this.messages = messages;
  }

  /** What a template reads; empty if it is not valid. */
  Optional<List<String>> inputs(String source) {
    return Template.problem(source, dialect).isPresent()
        ? Optional.empty()
        : Optional.of(List.copyOf(Template.parse(source, dialect).inputs()));
  }

  /** The value of a variable that stands there at first. */
  String sample(String path) {
    return dialect.samples().getOrDefault(path, "");
  }

  /**
   * The result, or why there is none.
   *
   * @param samples values by path, such as {@code call.alias}; empty for a variable that is absent
   */
  String of(String source, Map<String, String> samples) {
    try {
      Rendering rendering = Template.parse(source, dialect).render(variables(samples));
      return switch (rendering) {
        case Rendering.Withheld withheld -> messages.get("template.withheld", withheld.minLength());
        case Rendering.Text(String text, var log) ->
            dialect
                .problemOfResult(text)
                .map(problem -> messages.get("template.result-problem", text, problem))
                .orElseGet(() -> shown(text));
      };
    } catch (TemplateException e) {
      return messages.get("template.invalid", e.getMessage());
    }
  }

  private String shown(String text) {
    return text.isEmpty()
        ? messages.get("template.empty-result")
        : messages.get("template.result", text);
  }

  private Map<String, Object> variables(Map<String, String> samples) {
    Map<String, Object> variables = new HashMap<>();
    samples.forEach(
        (path, sample) -> {
          if (!sample.isEmpty()) {
            put(variables, path, value(sample));
          }
        });
    return variables;
  }

  @SuppressWarnings("unchecked") // only maps of this kind are put
  private static void put(Map<String, Object> variables, String path, Object value) {
    Map<String, Object> target = variables;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      target = (Map<String, Object>) target.computeIfAbsent(names[i], n -> new HashMap<>());
    }
    target.put(names[names.length - 1], value);
  }

  /** Fields of a directory are texts; other variables can be more. */
  private Object value(String sample) {
    return dialect == TemplateDialect.SYNC_PATTERN ? sample : structured(sample).orElse(sample);
  }

  private static Optional<Object> structured(String sample) {
    boolean looksSo = sample.matches("(?s)true|false|[\\[{].*");
    return looksSo ? Optional.ofNullable(parsed(sample)) : Optional.empty();
  }

  private static @Nullable Object parsed(String sample) {
    try {
      return JSON.readValue(sample, Object.class);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
