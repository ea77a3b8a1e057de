package cepa.bench.compare;

import cepa.bench.Shown;
import cepa.bench.TextTable;
import cepa.bench.flat.SiteFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Pages that differ between two hours.
@Command(
    name = "noise",
    mixinStandardHelpOptions = true,
    description = {
      "Says which share of the pages differs between two sites, by family, and in which fields.",
      "Exits with 1 if it is more than wanted."
    })
public final class NoiseCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "DIR1", description = "Site of the first hour.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "DIR2", description = "Site of the next hour.")
  private Path second = Path.of("");

  @Option(
      names = "--most",
      paramLabel = "PERCENT",
      defaultValue = "20",
      description = "Share of pages that may differ (default: ${DEFAULT-VALUE}).")
  private double most = 20;

  @Option(
      names = "--reasons",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many reasons are printed (default: ${DEFAULT-VALUE}).")
  private int reasons = 10;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    var sites = new SitePair(SiteFiles.in(first), SiteFiles.in(second));
    Noise noise = Noise.between(sites);
    var table = new TextTable("family", "pages", "differ", "share");
    noise.families().forEach((family, changed) -> row(table, family, changed));
    row(table, "all", noise.all());
    out.println(table);
    out.println(Shown.count(sites.added()) + " pages came, " + Shown.count(sites.gone()) + " went");
    out.println();
    out.println(reasons(noise));
    boolean quiet = 100 * noise.all().share() <= most;
    out.println(
        (quiet ? "met     " : "MISSED  ")
            + Shown.percent(noise.all().share())
            + " of the pages differ, wanted are at most "
            + Shown.percent(most / 100)
            + ", ratio "
            + Shown.ratio(100 * noise.all().share() / most));
    return quiet ? 0 : 1;
  }

  private static void row(TextTable table, String family, Noise.Changed changed) {
    table.row(
        family,
        Shown.count(changed.pages()),
        Shown.count(changed.changed()),
        Shown.percent(changed.share()));
  }

  private TextTable reasons(Noise noise) {
    var table = new TextTable("differs in", "pages", "in this alone");
    noise.reasons().entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Noise.Reason> e) -> -e.getValue().pages())
                .thenComparing(Map.Entry::getKey))
        .limit(reasons)
        .forEach(reason ->
            table.row(
                reason.getKey(),
                Shown.count(reason.getValue().pages()),
                Shown.count(reason.getValue().alone())));
    return table;
  }
}
