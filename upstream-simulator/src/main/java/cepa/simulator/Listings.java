package cepa.simulator;

import cepa.simulator.document.Timestamps;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What CollecTor offers beside documents: a page for each directory, and one index of all files
/// with their sizes. Both follow from the documents that are there, whoever offers them.
final class Listings {

  private static final String INDEX = "/index/index.json";
  private static final String ARCHIVE_ROOT = "/recent/";

  private final Spool spool;

  Listings(Spool spool) {
    this.spool = spool;
  }

  /// The listing with this path; empty if there is nothing below it.
  Optional<SimulatedDocument> at(String path, List<SimulatedDocument> documents) {
    if (path.equals(INDEX)) {
      List<SimulatedDocument> files =
          documents.stream().filter(each -> each.path().startsWith(ARCHIVE_ROOT)).toList();
      return Optional.of(listing(path, SimulatedDocument.JSON, files, out -> index(files, out)));
    }
    List<SimulatedDocument> below =
        path.endsWith("/")
            ? documents.stream().filter(each -> each.path().startsWith(path)).toList()
            : List.of();
    return below.isEmpty()
        ? Optional.empty()
        : Optional.of(
            listing(path, "text/html; charset=utf-8", below, out -> page(path, below, out)));
  }

  private static SimulatedDocument listing(
      String path, String type, List<SimulatedDocument> files, SimulatedDocument.Body body) {
    long modified = files.stream().mapToLong(SimulatedDocument::modified).max().orElse(0);
    int names = files.stream().map(each -> each.path() + each.version()).toList().hashCode();
    return new SimulatedDocument(path, type, modified, Integer.toHexString(names), body);
  }

  private static void page(String path, List<SimulatedDocument> files, OutputStream out)
      throws IOException {
    Map<String, Long> entries = new TreeMap<>();
    for (SimulatedDocument file : files) {
      String rest = file.path().substring(path.length());
      int slash = rest.indexOf('/');
      String name = slash < 0 ? rest : rest.substring(0, slash + 1);
      entries.merge(name, file.modified(), Math::max);
    }
    StringBuilder page = new StringBuilder(4096);
    page.append("<!DOCTYPE html>\n<html>\n<head><title>Index of ")
        .append(path)
        .append("</title></head>\n<body>\n<h1>Index of ")
        .append(path)
        .append("</h1>\n<table>\n<tr><th>Name</th><th>Last modified</th></tr>\n")
        .append("<tr><td><a href=\"../\">Parent Directory</a></td><td></td></tr>\n");
    entries.forEach((name, modified) ->
        page.append("<tr><td><a href=\"")
            .append(name)
            .append("\">")
            .append(name)
            .append("</a></td><td>")
            .append(Timestamps.text(modified), 0, 16)
            .append("</td></tr>\n"));
    page.append("</table>\n</body>\n</html>\n");
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void index(List<SimulatedDocument> files, OutputStream out) throws IOException {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode root = mapper.createObjectNode();
    long newest = files.stream().mapToLong(SimulatedDocument::modified).max().orElse(0);
    root.put("index_created", Timestamps.text(newest).substring(0, 16));
    root.put("build_revision", "51a1b5e");
    root.put("path", "https://collector.torproject.org");
    List<SimulatedDocument> ordered = new ArrayList<>(files);
    ordered.sort(java.util.Comparator.comparing(SimulatedDocument::path));
    for (SimulatedDocument file : ordered) {
      ObjectNode directory = root;
      String[] names = file.path().substring(1).split("/");
      for (int i = 0; i < names.length - 1; i++) {
        directory = child(directory, names[i]);
      }
      String modified = Timestamps.text(file.modified()).substring(0, 16);
      directory
          .withArray("files")
          .addObject()
          .put("path", names[names.length - 1])
          .put("size", spool.size(file))
          .put("last_modified", modified);
    }
    out.write(mapper.writeValueAsBytes(root));
  }

  private static ObjectNode child(ObjectNode directory, String name) {
    ArrayNode directories = directory.withArray("directories");
    int last = directories.size() - 1;
    if (last >= 0 && directories.get(last).get("path").asString().equals(name)) {
      return directories.get(last).asObject();
    }
    return directories.addObject().put("path", name);
  }
}
