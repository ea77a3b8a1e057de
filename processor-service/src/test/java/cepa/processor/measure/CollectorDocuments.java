package cepa.processor.measure;

import cepa.model.Fingerprint;
import cepa.processor.directory.Lines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// CollecTor's documents in a directory, split into the records a fetcher makes of them.
final class CollectorDocuments {

  private static final Pattern FINGERPRINT = Pattern.compile("(?m)^fingerprint ([0-9A-F ]+)$");
  private static final Pattern NODE = Pattern.compile("node_id=\\$([0-9A-F]{40})");

  private final Path directory;

  CollectorDocuments(Path directory) {
    this.directory = directory.resolve("recent/relay-descriptors");
  }

  Map<String, Map<String, String>> consensus() {
    Map<String, Map<String, String>> documents = new TreeMap<>();
    documents.put("consensus", status(text(files("consensuses").getLast())));
    return documents;
  }

  Map<String, Map<String, String>> votes() {
    Map<String, Map<String, String>> documents = new TreeMap<>();
    for (Path file : files("votes")) {
      String name = file.getFileName().toString();
      documents.put(name.substring(25, 65), status(text(file)));
    }
    return documents;
  }

  Map<String, Map<String, String>> bandwidths() {
    Map<String, Map<String, String>> documents = new TreeMap<>();
    for (Path file : files("bandwidths")) {
      Map<String, String> records = new TreeMap<>();
      StringBuilder head = new StringBuilder();
      text(file)
          .lines()
          .forEach(line -> {
            Matcher node = NODE.matcher(line);
            if (node.find()) {
              records.put(node.group(1), line + "\n");
            } else {
              head.append(line).append('\n');
            }
          });
      records.put("head", head.toString());
      documents.put(file.getFileName().toString().substring(30), records);
    }
    return documents;
  }

  Map<String, Map<String, String>> descriptors() {
    Map<String, Map<String, String>> documents = new TreeMap<>();
    for (Path file : files("server-descriptors")) {
      Map<String, String> records = new TreeMap<>();
      for (String text : text(file).split("(?m)^@type server-descriptor 1.0\n", -1)) {
        Matcher fingerprint = FINGERPRINT.matcher(text);
        if (fingerprint.find()) {
          records.put(fingerprint.group(1).replace(" ", ""), text);
        }
      }
      documents.put(file.getFileName().toString(), records);
    }
    return documents;
  }

  private List<Path> files(String kind) {
    try (Stream<Path> files = Files.list(directory.resolve(kind))) {
      return files.filter(file -> !file.toString().endsWith(".gz")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> status(String text) {
    Map<String, String> records = new TreeMap<>();
    int at = text.indexOf("\nr ") + 1;
    int foot = text.indexOf("\ndirectory-footer") + 1;
    records.put("head", text.substring(0, at));
    records.put("foot", text.substring(foot));
    while (at < foot) {
      int next = text.indexOf("\nr ", at) + 1;
      String entry = text.substring(at, next == 0 ? foot : next);
      String key = identity(entry);
      if (key != null) {
        records.put(key, entry);
      }
      at += entry.length();
    }
    return records;
  }

  private static @Nullable String identity(String entry) {
    var lines = new Lines().of(entry.getBytes(StandardCharsets.UTF_8));
    lines.next();
    lines.word();
    lines.word();
    byte[] identity = Base64.getDecoder().decode(lines.text());
    Fingerprint fingerprint = Fingerprint.parse(HexFormat.of().withUpperCase().formatHex(identity));
    return fingerprint == null ? null : fingerprint.hex();
  }
}
