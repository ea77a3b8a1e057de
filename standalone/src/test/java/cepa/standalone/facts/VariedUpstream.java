package cepa.standalone.facts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the reference does not see, and the golden set has none of: a vote of three hours before, a
/// vote with IPv4 addresses only, a descriptor without its certificate that is newer than all and
/// in an older file.
final class VariedUpstream {

  private static final String TOR26 = "2F3DF9CA0E5D36F2685A2DA67184EB8DCB8CBA8C";
  private static final String MORIA1 = "F533C81CEF0BC0267857C99B2F471ADF249FA232";
  private static final Pattern CERTIFIED =
      Pattern.compile(
          "@type server-descriptor(?:(?!@type).)*?\\nfamily-cert\\n.*?(?=@type|\\z)",
          Pattern.DOTALL);
  private static final Pattern CERTIFICATE =
      Pattern.compile("family-cert\\n.*?-----END[^\\n]*\\n", Pattern.DOTALL);

  private VariedUpstream() {}

  /// Makes the documents below a CollecTor's root say what the golden file's do not.
  static void vary(Path collector) throws IOException {
    makeLate(vote(collector, TOR26));
    makeAddressesIpv4(vote(collector, MORIA1));
    denyInAnOlderFile(collector.resolve("server-descriptors"));
  }

  private static Path vote(Path collector, String voter) throws IOException {
    return files(collector.resolve("votes")).stream()
        .filter(file -> file.toString().contains(voter))
        .findFirst()
        .orElseThrow();
  }

  /// A vote of three hours before.
  private static void makeLate(Path vote) throws IOException {
    String late = read(vote).replace("valid-after 2026-08-22 15:", "valid-after 2026-08-22 12:");
    String name = vote.getFileName().toString().replace("2026-08-22-15-", "2026-08-22-12-");
    write(vote.resolveSibling(name), late);
    Files.delete(vote);
  }

  private static void makeAddressesIpv4(Path vote) throws IOException {
    write(vote, read(vote).replaceAll("(?m)^a \\[[^\\]]*\\]", "a 192.0.2.1"));
  }

  /// Puts a newer descriptor, without a certificate, of a relay that has one into a file older than
  /// all that have one.
  private static void denyInAnOlderFile(Path directory) throws IOException {
    List<Path> files = files(directory);
    for (Path file : files.subList(1, files.size())) {
      Matcher certified = CERTIFIED.matcher(read(file));
      if (certified.find()) {
        String denied =
            CERTIFICATE
                .matcher(certified.group())
                .replaceAll("")
                .replaceFirst("(?m)^published .*$", "published 2026-08-22 14:59:59");
        write(files.getFirst(), read(files.getFirst()) + denied);
        return;
      }
    }
    throw new IllegalStateException("No descriptor has a certificate");
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
  }
}
