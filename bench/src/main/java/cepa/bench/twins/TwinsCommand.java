package cepa.bench.twins;

import cepa.bench.Shown;
import cepa.bench.Stopwatch;
import cepa.bench.TextTable;
import cepa.bench.flat.Families;
import cepa.bench.flat.SiteFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Pages against their twins.
@Command(
    name = "twins",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the figures of pages back from their HTML and compares them with the JSON twins: of"
          + " some relays, and of every page of the other families.",
      "Which field a column or term prints is learned from the pages: it is the one that agrees at"
          + " least nine times of ten. Exits with 1 if a figure differs or no field agrees."
    })
public final class TwinsCommand implements Callable<Integer> {

  private static final String RELAY = "relay";
  private static final int SHOWN_AT_MOST = 50;

  @Parameters(paramLabel = "DIR", description = "Directory of the site.")
  private Path directory = Path.of("www");

  @Option(
      names = "--relays",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many relays (default: ${DEFAULT-VALUE}).")
  private int relays = 1_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which relays (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Stopwatch watch = Stopwatch.start();
    SiteFiles files = SiteFiles.in(directory);
    List<String> pages = new ArrayList<>();
    List<String> all = new ArrayList<>();
    files
        .pagesWithTwin()
        .forEach(page -> (Families.of(page).equals(RELAY) ? all : pages).add(page));
    Collections.shuffle(all, new Random(seed));
    pages.addAll(all.subList(0, Math.min(relays, all.size())));
    TwinCheck.Result result = TwinCheck.of(files, pages);
    var table = new TextTable("family", "pages", "figures compared");
    long figures = 0;
    for (TwinCheck.Family family : result.families()) {
      table.row(family.family(), Shown.count(family.pages()), Shown.count(family.figures()));
      figures += family.figures();
    }
    table.row("all", Shown.count(pages.size()), Shown.count(figures));
    out.println(table);
    print(out, "figures that differ from their twin", result.wrong());
    print(out, "places whose figures are not in the twin", result.without());
    out.println("Compared in " + watch.lap());
    return result.wrong().isEmpty() && result.without().isEmpty() ? 0 : 1;
  }

  private static void print(PrintWriter out, String what, List<TwinCheck.Wrong> found) {
    out.println(Shown.count(found.size()) + " " + what);
    found.stream()
        .limit(SHOWN_AT_MOST)
        .forEach(wrong ->
            out.println(
                "  "
                    + wrong.page()
                    + ": "
                    + wrong.slot()
                    + ": page "
                    + wrong.shown()
                    + (wrong.field().isEmpty()
                        ? ""
                        : ", twin " + wrong.known() + " in " + wrong.field())));
  }
}
