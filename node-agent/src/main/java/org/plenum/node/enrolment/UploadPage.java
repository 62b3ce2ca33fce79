package org.plenum.node.enrolment;

/** The page with which an administrator gives a fresh node its configuration document. */
final class UploadPage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Plenum node</title>
      <style>
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
      body { display: grid; place-items: center; min-height: 90vh; margin: 1rem; }
      main { max-width: 32rem; }
      h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
      form { display: grid; gap: 1rem; margin-top: 1.5rem; }
      button { font: inherit; padding: .6rem 1.2rem; justify-self: start; }
      .message { padding: .8rem 1rem; border-left: .3rem solid; margin-top: 1.5rem; }
      .bad { border-color: #c62828; }
      .good { border-color: #2e7d32; }
      </style>
      </head>
      <body>
      <main>
      <h1>This conferencing node is not configured yet</h1>
      %s
      </main>
      </body>
      </html>
      """;
  private static final String FORM =
      """
      <p>Download the node's configuration document from the administration console and upload it
      here.</p>
      %s
      <form method="post" enctype="multipart/form-data">
      <label for="document">Configuration document</label>
      <input id="document" name="document" type="file" accept=".xml,application/xml" required>
      <button type="submit">Configure this node</button>
      </form>
      """;

  private UploadPage() {}

  static String form() {
    return PAGE.formatted(FORM.formatted(""));
  }

  static String refused(String reason) {
    return PAGE.formatted(
        FORM.formatted("<p class=\"message bad\" role=\"alert\">" + escape(reason) + "</p>"));
  }

  static String accepted(String name) {
    return PAGE.formatted(
        "<p class=\"message good\" role=\"status\">The node is now <b>"
            + escape(name)
            + "</b> and starts. It appears in the console within a minute.</p>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
