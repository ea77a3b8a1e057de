package cepa.renderer.stage;

import cepa.build.PageEntry;
import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.error.CepaException;
import cepa.error.PermanentException;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.stage.ShardRenderer.Destination;
import cepa.renderer.stage.ShardRenderer.Output;
import cepa.renderer.stage.SitePlan.Planned;
import cepa.renderer.stage.StageClock.Step;
import cepa.renderer.template.SiteShell;
import cepa.renderer.template.SiteTemplates.PageInput;
import cepa.renderer.template.Utf8Writer;
import cepa.renderer.view.twin.CsvTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One shard in the making: takes path after path, then puts pack and part. Used once, by one
/// thread.
final class ShardStage implements AutoCloseable {

  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";

  private static final String CSV = "text/csv; charset=utf-8";

  private final Site site;
  private final BaseShard base;
  private final Output output;
  private final StageClock clock;
  private final Digests digests = new Digests();
  private final Utf8Writer html = new Utf8Writer();
  private final ByteSink twin = new ByteSink(64 * 1024);
  private final Part part;
  private final Map<String, Integer> objects = new TreeMap<>();
  private int rendered;
  private int kept;
  private int changed;

  ShardStage(Site site, BaseShard base, Output output, StageClock clock) {
    this.site = site;
    this.base = base;
    this.output = output;
    this.clock = clock;
    this.part = new Part(base, digests);
  }

  void add(Planned planned) {
    switch (planned.path()) {
      case SitePath.Page page -> page(planned.family(), page);
      case SitePath.Document document -> document(planned.family(), document);
      case SitePath.Redirect redirect -> redirect(planned.family(), redirect);
    }
  }

  private void page(String family, SitePath.Page page) {
    if (page.object()) {
      objects.merge(family, 1, Integer::sum);
    }
    PageView view = site.viewOf(family, page);
    clock.done(Step.VIEW);
    twin.reset();
    output.twins().write(page.path(), view, twin);
    List<CsvTable> tables = CsvTable.of(view);
    SiteShell shell = site.shell(page, view, tables);
    String twinSha256 = digests.of(twin.array(), twin.size());
    String stamp = site.stamp(page, shell, twinSha256, digests);
    clock.done(Step.TWIN);
    PageEntry keptPage = base.unchanged(page.path(), family, stamp);
    PageEntry keptTwin = base.unchanged(page.twin(), family, stamp);
    List<PageEntry> keptTables = new ArrayList<>();
    for (CsvTable table : tables) {
      PageEntry entry = base.unchanged(page.beside(table.file()), family, stamp);
      if (entry != null) {
        keptTables.add(entry);
      }
    }
    if (keptPage != null && keptTwin != null && keptTables.size() == tables.size()) {
      part.keep(keptPage);
      part.keep(keptTwin);
      keptTables.forEach(part::keep);
      kept++;
      return;
    }
    output
        .templates()
        .render(new PageInput(page.template(), view, shell), site.surroundings(), html);
    rendered++;
    clock.done(Step.RENDER);
    boolean newPage = body(new Body(page.path(), family, HTML, stamp), html.array(), html.size());
    boolean newTwin = body(new Body(page.twin(), family, JSON, stamp), twin.array(), twin.size());
    for (CsvTable table : tables) {
      byte[] csv = output.twins().csv(page.path(), table);
      body(new Body(page.beside(table.file()), family, CSV, stamp), csv, csv.length);
    }
    if (newPage || newTwin) {
      changed++;
    }
    clock.done(Step.PACK);
  }

  private boolean body(Body body, byte[] bytes, int size) {
    if (size > output.maxPageBytes()) {
      throw new PermanentException(
          "Page "
              + body.path()
              + " of family "
              + body.family()
              + " has "
              + size
              + " bytes, more than "
              + output.maxPageBytes()
              + ": split it into several pages");
    }
    return part.add(body, bytes, size);
  }

  private void document(String family, SitePath.Document document) {
    byte[] content = content(family, document);
    String stamp = digests.of(digests.of(content), document.type());
    clock.done(Step.VIEW);
    var body = new Body(document.path(), family, document.type(), stamp);
    changed += part.add(body, content, content.length) ? 1 : 0;
    clock.done(Step.PACK);
  }

  private static byte[] content(String family, SitePath.Document document) {
    try {
      return document.content().get();
    } catch (CepaException e) {
      throw e;
    } catch (RuntimeException e) {
      // The family's own code: whatever it throws is a defect of that family.
      throw new PermanentException(
          "Document " + document.path() + " of family " + family + " cannot be made: " + e, e);
    }
  }

  private void redirect(String family, SitePath.Redirect redirect) {
    byte[] target = redirect.target().getBytes(StandardCharsets.UTF_8);
    String sha256 = digests.of(target);
    var entry =
        new PageEntry(
            redirect.path(), family, null, 0, 0, sha256, 0, "", sha256, redirect.target());
    PageEntry before = base.get(redirect.path());
    part.keep(entry);
    changed += before == null || !entry.sha256().equals(before.sha256()) ? 1 : 0;
  }

  /// Puts the pack, if there is anything new, then the part.
  StagedShard finish(RenderAssignment assignment, Destination destination) {
    part.copySparse(destination.packs());
    String pack = part.packSha256();
    clock.done(Step.PACK);
    if (pack != null) {
      destination.packs().put(pack, part.pack().copy());
    }
    Part.Stored stored = part.store(destination.store(), pack);
    clock.done(Step.STORE);
    var result =
        new ShardResult.Staged(
            assignment.build(),
            assignment.shard(),
            stored.sha256(),
            objects,
            stored.pages(),
            rendered,
            changed,
            part.pack().size(),
            stored.rawBytes(),
            stored.storedBytes(),
            destination.assets(),
            output.renderer(),
            clock.totalNanos() / 1_000_000);
    return new StagedShard(result, kept, steps());
  }

  private Map<String, Long> steps() {
    Map<String, Long> steps = new TreeMap<>();
    clock.nanos().forEach((step, nanos) -> steps.put(step.name().toLowerCase(Locale.ROOT), nanos));
    return steps;
  }

  @Override
  public void close() {
    part.close();
  }

  /// A body about to be added.
  record Body(String path, String family, String type, String stamp) {}
}
