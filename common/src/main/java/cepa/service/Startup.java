package cepa.service;

import java.util.Locale;
import java.util.TimeZone;

/// The first thing every `main` does.
public final class Startup {

  private Startup() {}

  /// Makes the process independent of the machine's language and time zone.
  public static void neutral() {
    Locale.setDefault(Locale.US);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }
}
