package cepa.renderer.pages.family;

import cepa.model.Fingerprint;
import cepa.model.Relay;
import cepa.model.RelayChange;
import cepa.model.RelayGroup;
import cepa.renderer.Link;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.Moment;
import cepa.renderer.view.Paging;
import cepa.renderer.view.Sources;
import cepa.renderer.view.group.Carried;
import cepa.renderer.view.group.FamilyNames;
import cepa.renderer.view.group.GroupFigures;
import cepa.renderer.view.group.GroupPages;
import cepa.renderer.view.group.Spread;
import cepa.renderer.view.operator.OperatorNames;
import cepa.renderer.view.operator.Proofs;
import cepa.renderer.view.relay.RelayLinks;
import cepa.renderer.view.relay.RelayRow;
import cepa.renderer.view.relay.RelayRows;
import cepa.renderer.view.template.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Shows each family once, and leads there from every member.
@Component
final class FamilyPages implements PageFamily {

  static final int OPERATORS = 10;

  private static final int ABSENT = 50;
  private static final int CHANGES = 20;
  private static final GroupPages PAGES =
      new GroupPages("/family/", "cepa/renderer/pages/family/family", key -> true);

  @Override
  public String id() {
    return "family";
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    Families families = Families.of(data);
    links.entity(
        "family",
        key -> {
          String page = families.page(key);
          return page == null ? null : PAGES.path(page, 1);
        });
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("family", FamilyView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    var proofs = Proofs.ofFamilies(context);
    return Stream.concat(
        PAGES.paths(
            context.model().groups("family"),
            context,
            (family, paging, all) -> view(family, paging, proofs, all)),
        Families.of(context.data()).pages().entrySet().stream()
            .filter(member -> !member.getKey().hex().equals(member.getValue()))
            .map(member ->
                new SitePath.Redirect(
                    PAGES.path(member.getKey().hex(), 1), PAGES.path(member.getValue(), 1))));
  }

  private static PageView view(
      RelayGroup family, Paging paging, Proofs proofs, PageContext context) {
    boolean first = paging.number() == 1;
    Set<String> operators = new LinkedHashSet<>();
    int nobody = 0;
    for (int member : family.members()) {
      var contact = context.model().relays().get(member).contact();
      operators.add(contact.operator());
      nobody += OperatorNames.of(context).link(contact.operator()) == null ? 1 : 0;
    }
    List<Link> named = new ArrayList<>();
    operators.stream()
        .sorted()
        .forEach(key -> {
          Link link = OperatorNames.of(context).link(key);
          if (link != null) {
            named.add(link);
          }
        });
    return new FamilyView(
        head(family, paging, context),
        RelayRow.nickname(FamilyNames.relay(family, context)),
        family.key(),
        named.stream().limit(OPERATORS).toList(),
        Math.max(0, named.size() - OPERATORS),
        nobody,
        GroupFigures.ofFirst(paging, family.totals(), context.model().site().bandwidthUnit()),
        Carried.ofFirst(paging, "family", family, context),
        first ? proofs.of(family, context) : null,
        first ? Spread.of(family.members(), context) : null,
        RelayLinks.of(first ? absent(family, context) : List.of(), ABSENT, context),
        RelayRows.of(context).table(family.members(), paging),
        first ? changed(family, context) : List.of());
  }

  private static List<FamilyView.Changed> changed(RelayGroup family, PageContext context) {
    Map<Instant, List<Relay>> changed = new TreeMap<>(Comparator.reverseOrder());
    Map<Instant, Set<Fingerprint>> appeared = new HashMap<>();
    for (int member : family.members()) {
      Relay relay = context.model().relays().get(member);
      for (RelayChange change : relay.changes()) {
        switch (change.kind()) {
          case FAMILY -> changed.computeIfAbsent(change.at(), _ -> new ArrayList<>()).add(relay);
          case APPEARED ->
              appeared.computeIfAbsent(change.at(), _ -> new TreeSet<>()).add(relay.fingerprint());
          default -> {}
        }
      }
    }
    return changed.entrySet().stream()
        .limit(CHANGES)
        .map(change ->
            new FamilyView.Changed(
                new Moment(change.getKey()),
                change.getValue().size(),
                RelayLinks.of(
                    List.copyOf(appeared.getOrDefault(change.getKey(), Set.of())),
                    OPERATORS,
                    context)))
        .toList();
  }

  private static List<Fingerprint> absent(RelayGroup family, PageContext context) {
    return Families.of(context.data()).members().getOrDefault(family.key(), List.of()).stream()
        .filter(member -> !context.data().hasRelay(member))
        .toList();
  }

  private static PageHead head(RelayGroup family, Paging paging, PageContext context) {
    boolean first = paging.number() == 1;
    String name = FamilyNames.of(family, context);
    Messages texts = Messages.of(context);
    return new PageHead(
        texts.paged(texts.text("family.title", name), paging.number()),
        texts.text("family.description", name),
        "families",
        List.of(
            new Link(
                texts.text("families.title"),
                context.links().path("listing-families", family.key()))),
        first,
        List.of(Sources.DETAILS, Sources.VALIDATION, Sources.UPTIME, Sources.BANDWIDTH));
  }
}
