package cepa.bench.site;

import cepa.bench.Shown;
import cepa.bench.Stopwatch;
import cepa.bench.TextTable;
import cepa.bench.flat.Families;
import cepa.bench.flat.SiteFiles;
import cepa.bench.flat.Workers;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Sizes and links of a whole site.
@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    description = {
      "Looks over a site written by ./cepa generate: sizes by family against their targets, every"
          + " link of every page.",
      "Exits with 1 if a link is broken or a size target missed."
    })
public final class SiteCommand implements Callable<Integer> {

  private static final int SHOWN_AT_MOST = 50;

  /// HTML pages of the reference program on the same network, measured.
  private static final Map<String, Integer> REFERENCE =
      Map.of(
          "relay",
          10_916,
          "family",
          7_759,
          "contact",
          1_996,
          "first_seen",
          1_741,
          "as",
          1_112,
          "country",
          83,
          "flag",
          12,
          "platform",
          8);

  @Parameters(paramLabel = "DIR", description = "Directory of the site.")
  private Path directory = Path.of("www");

  @Option(
      names = "--reference-counts",
      description = "Also print how many pages the reference program makes of 10,916 relays.")
  private boolean referenceCounts;

  @Spec private CommandSpec spec;

  /// What one worker gathers.
  private static final class Gathered {
    final Sizes pages = new Sizes();
    final Sizes others = new Sizes();
    final LinkCheck links;

    Gathered(SiteFiles files) {
      links = new LinkCheck(files);
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Stopwatch watch = Stopwatch.start();
    SiteFiles files = SiteFiles.in(directory);
    List<Gathered> workers =
        Workers.each(
            List.copyOf(files.sizes().keySet()),
            () -> new Gathered(files),
            (gathered, name) -> look(files, name, gathered));
    var pages = new Sizes();
    var others = new Sizes();
    workers.forEach(worker -> {
      pages.addAll(worker.pages);
      others.addAll(worker.others);
    });
    LinkCheck.Result links =
        LinkCheck.finish(workers.stream().map(worker -> worker.links).toList());
    boolean small = sizes(out, files, pages, others);
    links(out, links);
    out.println("Looked over " + Shown.count(files.sizes().size()) + " files in " + watch.lap());
    return small && links.broken().isEmpty() ? 0 : 1;
  }

  private static void look(SiteFiles files, String name, Gathered gathered) {
    byte[] body = files.bytes(name);
    if (!name.endsWith(".html")) {
      gathered.others.add(kind(name), body);
      return;
    }
    String html = new String(body, StandardCharsets.UTF_8);
    if (SiteFiles.isRedirect(html)) {
      gathered.others.add("redirects", body);
    } else {
      gathered.pages.add(Families.of(name), body);
    }
    gathered.links.page(name, html);
  }

  private static String kind(String name) {
    if (name.startsWith("assets/") || name.startsWith("search/")) {
      return name.substring(0, name.indexOf('/'));
    }
    return "*" + name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/') + 1));
  }

  private boolean sizes(PrintWriter out, SiteFiles files, Sizes pages, Sizes others) {
    out.println(table("pages", pages.kinds(), referenceCounts));
    out.println(table("other files", others.kinds(), false));
    long whole = files.sizes().values().stream().mapToLong(Long::longValue).sum();
    long largest = files.sizes().values().stream().mapToLong(Long::longValue).max().orElse(0);
    List<Target> targets = Target.of(pages.kinds(), largest, whole);
    targets.forEach(out::println);
    out.println();
    return targets.stream().allMatch(Target::isMet);
  }

  private static TextTable table(String what, List<Sizes.Kind> kinds, boolean reference) {
    var table =
        new TextTable(
            what,
            "files",
            "median",
            "max",
            "sum",
            "gzip median",
            "gzip max",
            "gzip sum",
            reference ? "reference" : "");
    for (Sizes.Kind kind : kinds) {
      Integer known = REFERENCE.get(kind.name());
      table.row(
          kind.name(),
          Shown.count(kind.files()),
          Shown.kilobytes(kind.raw().median()),
          Shown.kilobytes(kind.raw().max()),
          Shown.megabytes(kind.raw().sum()),
          Shown.kilobytes(kind.gzip().median()),
          Shown.kilobytes(kind.gzip().max()),
          Shown.megabytes(kind.gzip().sum()),
          reference && known != null ? Shown.count(known) : "");
    }
    long files = kinds.stream().mapToLong(Sizes.Kind::files).sum();
    long raw = kinds.stream().mapToLong(kind -> kind.raw().sum()).sum();
    long gzip = kinds.stream().mapToLong(kind -> kind.gzip().sum()).sum();
    table.row(
        "all", Shown.count(files), "", "", Shown.megabytes(raw), "", "", Shown.megabytes(gzip), "");
    return table;
  }

  private static void links(PrintWriter out, LinkCheck.Result links) {
    out.println(
        Shown.count(links.checked())
            + " links checked, "
            + Shown.count(links.fragments())
            + " different ids, "
            + Shown.count(links.redirects())
            + " redirects, "
            + Shown.count(links.external())
            + " different addresses outside; broken "
            + Shown.count(links.broken().size()));
    links.broken().stream()
        .limit(SHOWN_AT_MOST)
        .forEach(broken -> out.println("  " + broken.page() + ": " + broken.link()));
  }
}
