package org.plenum.console.i18n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.plenum.model.config.DeclarationTexts;

/**
 * The texts of the console in one language. Keys are grouped by screen ({@code login.password}). A
 * text with arguments is a {@link MessageFormat} pattern.
 */
public final class Messages {
  private final ResourceBundle bundle;
  private final DeclarationTexts declarations;

  /** The texts in the language of {@code locale}, English where there is none. */
  public Messages(Locale locale) {
    bundle = ResourceBundle.getBundle("org.plenum.console.messages", locale);
    declarations = DeclarationTexts.of(locale);
  }

  /** The texts of menus, resources and fields. */
  public DeclarationTexts declarations() {
    return declarations;
  }

  /**
   * The text of a key.
   *
   * @throws java.util.MissingResourceException if there is none
   */
  public String get(String key) {
    return bundle.getString(key);
  }

  /** The text of a key with {@code {0}}, {@code {1}}, … replaced. */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ENGLISH).format(arguments);
  }

  /**
   * The text of an enumerated value of the platform, such as a service type; the value itself when
   * it is one that this version does not know.
   */
  public String value(String prefix, String value) {
    String key = prefix + value;
    return bundle.containsKey(key) ? bundle.getString(key) : value;
  }
}
