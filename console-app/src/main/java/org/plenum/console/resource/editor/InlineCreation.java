package org.plenum.console.resource.editor;

import java.util.function.Consumer;
import org.plenum.console.configuration.ConfigurationObject;
import org.plenum.model.config.ResourceType;

/** Creates an object that a form wants to refer to, in a form of its own (SYS-020). */
@FunctionalInterface
public interface InlineCreation {
  /** Opens an empty form; the consumer gets the object if it is saved. */
  void create(ResourceType<?> type, Consumer<ConfigurationObject> onCreated);
}
