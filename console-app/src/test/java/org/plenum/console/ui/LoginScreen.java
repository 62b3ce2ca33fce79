package org.plenum.console.ui;

/** The log-in window. */
public final class LoginScreen {
  private final Screen screen;

  LoginScreen(Screen screen) {
    this.screen = screen;
  }

  /** Fills in user name and password and submits. */
  public LoginScreen submit(String user, String password) {
    screen.type("login-username", user);
    screen.type("login-password", password);
    screen.click("login-submit");
    return this;
  }

  /** Confirms the fingerprint, which must be this one. */
  public LoginScreen trust(String fingerprint) {
    screen.await("login-confirm");
    String shown = screen.text("login-fingerprint").replaceAll("\\s", "");
    if (!shown.equals(fingerprint)) {
      throw new AssertionError("fingerprint " + shown + ", expected " + fingerprint);
    }
    screen.click("login-confirm-trust");
    return this;
  }

  /** Waits for the main window. */
  public MainScreen loggedIn() {
    screen.await("main");
    return new MainScreen(screen);
  }

  /** Waits for an error that contains a text. */
  public void refused(String part) {
    screen.awaitText("login-problem", part);
  }
}
