package cepa.simulator.network;

import java.util.List;

/// Which versions and platforms there are, and who runs which.
final class SoftwareTable {

  private record Version(String number, int weight, String status, boolean recommended) {}

  private static final List<String> PLATFORMS =
      List.of(
          "FreeBSD",
          "OpenBSD",
          "Windows 8",
          "Windows 10",
          "Darwin",
          "NetBSD",
          "DragonFly",
          "SunOS");
  private static final double[] PLATFORM_SHARES = {.046, .018, .009, .005, .004, .003, .001, .001};

  private final List<Version> all =
      TextResource.lines("software.csv").stream().map(SoftwareTable::version).toList();
  private final List<Version> recommended = all.stream().filter(Version::recommended).toList();
  private final List<Version> others = all.stream().filter(v -> !v.recommended()).toList();

  /// What the authorities recommend, as the consensus lists it.
  List<String> recommendedVersions() {
    return recommended.stream().map(Version::number).sorted().toList();
  }

  /// Most relays of an operator run the same.
  Software of(BaseRelay relay, Draw draw, Operator operator) {
    Draw version =
        draw.of("own-version").chance(0.2) ? draw.of("version") : operator.draw().of("version");
    Draw platform =
        draw.of("own-platform").chance(0.1) ? draw.of("platform") : operator.draw().of("platform");
    boolean current =
        relay.runsRecommendedVersion() || Authority.running(relay.fingerprint()).isPresent();
    return software(
        pick(current ? recommended : others, current ? version : draw.of("version")),
        platform(platform));
  }

  /// What relays are upgraded to during the simulation.
  Software upgraded(Software from) {
    Version newest =
        recommended.stream().filter(v -> v.number().equals("0.4.9.6")).findFirst().orElseThrow();
    return software(newest, from.platform());
  }

  private static Software software(Version version, String platform) {
    return new Software(version.number(), version.status(), version.recommended(), platform);
  }

  private static Version pick(List<Version> versions, Draw draw) {
    double rest = draw.unit() * versions.stream().mapToInt(Version::weight).sum();
    for (Version version : versions) {
      rest -= version.weight();
      if (rest < 0) {
        return version;
      }
    }
    return versions.getLast();
  }

  private static String platform(Draw draw) {
    double rest = draw.unit();
    for (int i = 0; i < PLATFORM_SHARES.length; i++) {
      rest -= PLATFORM_SHARES[i];
      if (rest < 0) {
        return PLATFORMS.get(i);
      }
    }
    return "Linux";
  }

  private static Version version(String line) {
    String[] columns = line.split(";");
    return new Version(
        columns[0],
        Integer.parseInt(columns[1]),
        columns[2],
        columns.length > 3 && columns[3].equals("r"));
  }
}
