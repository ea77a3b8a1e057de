package cepa.renderer.template;

import cepa.error.PermanentException;
import io.pebbletemplates.pebble.error.AttributeNotFoundException;
import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.error.RootAttributeNotFoundException;

/// Says where a template failed and what to do about it.
final class TemplateError {

  private TemplateError() {}

  static PermanentException of(PebbleException cause, String page, String template) {
    String file = cause.getFileName() == null ? template : cause.getFileName();
    String line = cause.getLineNumber() == null ? "" : ", line " + cause.getLineNumber();
    return new PermanentException(
        "Page "
            + page
            + ": template "
            + file
            + line
            + ": "
            + cause.getPebbleMessage()
            + ". "
            + hint(cause),
        cause);
  }

  private static String hint(PebbleException cause) {
    return switch (cause) {
      case RootAttributeNotFoundException _ ->
          "A page sees `view` and `site`, a fragment `row`, a macro only its parameters";
      case AttributeNotFoundException _ ->
          "Templates print components of the view record and test nullable ones before";
      case LoaderException _ ->
          "Templates are named by class path without .peb; layout/… and component/… stand below"
              + " templates/";
      default -> "Mend the template or the view; no page of the build was changed";
    };
  }
}
