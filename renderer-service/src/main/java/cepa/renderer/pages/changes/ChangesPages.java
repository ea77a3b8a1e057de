package cepa.renderer.pages.changes;

import cepa.renderer.Link;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.Day;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Paging;
import cepa.renderer.view.Sources;
import cepa.renderer.view.relay.ChangeRow;
import cepa.renderer.view.relay.RelayRow;
import cepa.renderer.view.template.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells what changed in the last days.
@Component
final class ChangesPages implements PageFamily {

  private static final String ROOT = "/changes/";

  /// So that a day on which every relay changes stays a page family of reasonable size.
  private static final int MOST_PAGES = 20;

  @Override
  public String id() {
    return "changes";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(90, "changes.menu", ROOT, "changes"));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("changes", key -> ROOT);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("changes", ChangesView.class, "changes-day", DayView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    ChangeLog log = ChangeLog.of(context.model());
    SitePath index =
        new SitePath.Page(
            ROOT, "cepa/renderer/pages/changes/changes", false, () -> index(log, context));
    return Stream.concat(
        Stream.of(index),
        log.days().keySet().stream()
            .flatMap(day ->
                IntStream.rangeClosed(1, Paging.pages(listed(log, day)))
                    .mapToObj(number ->
                        new SitePath.Page(
                            path(day, number),
                            "cepa/renderer/pages/changes/changes-day",
                            false,
                            () -> day(log, day, number, context)))));
  }

  private static int listed(ChangeLog log, LocalDate day) {
    return Math.min(MOST_PAGES * Paging.ROWS, log.of(day).size());
  }

  private static String path(LocalDate day, int page) {
    return ROOT + day + "/" + (page == 1 ? "" : page + "/");
  }

  private static PageView index(ChangeLog log, PageContext context) {
    Messages texts = Messages.of(context);
    return new ChangesView(
        head(texts.text("changes.title"), texts.text("changes.description"), List.of(), 1, texts),
        log.days().entrySet().stream()
            .map(day ->
                new ChangesView.DayOfChanges(
                    new Link(day.getKey().toString(), path(day.getKey(), 1)),
                    Counts.of(day.getValue()),
                    day.getValue().size()))
            .toList());
  }

  private static PageView day(ChangeLog log, LocalDate day, int number, PageContext context) {
    boolean first = number == 1;
    Messages texts = Messages.of(context);
    List<ChangeLog.Entry> entries = log.of(day);
    Paging paging = Paging.of(listed(log, day), number, page -> path(day, page));
    return new DayView(
        head(
            texts.text("changes.day.title", day),
            texts.text("changes.day.description", day),
            List.of(new Link(texts.text("changes.title"), ROOT)),
            number,
            texts),
        new Day(day),
        Counts.of(entries),
        first
            ? log.bySnapshot(day).entrySet().stream()
                .map(snapshot ->
                    new DayView.Snapshot(
                        new Moment(snapshot.getKey()), Counts.of(snapshot.getValue())))
                .toList()
            : List.of(),
        first ? Movers.of(day, context) : null,
        paging,
        entries.size() - paging.total(),
        paging.rows(entries).stream().map(entry -> row(entry, context)).toList(),
        // Days stand newest first.
        link(log.days().higherKey(day)),
        link(log.days().lowerKey(day)));
  }

  private static DayView.Row row(ChangeLog.Entry entry, PageContext context) {
    return new DayView.Row(
        context.links().to("relay", entry.fingerprint().hex(), RelayRow.nickname(entry.relay())),
        ChangeRow.of(entry.change()));
  }

  private static @Nullable Link link(@Nullable LocalDate day) {
    return day == null ? null : new Link(day.toString(), path(day, 1));
  }

  private static PageHead head(
      String title, String description, List<Link> trail, int page, Messages texts) {
    return new PageHead(
        texts.paged(title, page),
        description,
        "changes",
        trail,
        page == 1,
        List.of(Sources.DETAILS));
  }
}
