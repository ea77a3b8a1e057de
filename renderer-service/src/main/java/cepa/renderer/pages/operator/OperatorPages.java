package cepa.renderer.pages.operator;

import cepa.model.Contact;
import cepa.model.RelayGroup;
import cepa.model.operator.Operator;
import cepa.model.operator.Operators;
import cepa.renderer.Link;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.PageHead;
import cepa.renderer.PageView;
import cepa.renderer.SitePath;
import cepa.renderer.view.DisplayText;
import cepa.renderer.view.Keys;
import cepa.renderer.view.Paging;
import cepa.renderer.view.Sources;
import cepa.renderer.view.group.GroupPages;
import cepa.renderer.view.operator.OperatorNames;
import cepa.renderer.view.operator.Proofs;
import cepa.renderer.view.template.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows each operator, also at the domain it proves, and leads there from keys it once had.
@Component
final class OperatorPages implements PageFamily {

  private static final GroupPages PAGES =
      GroupPages.ofAll("/contact/", "cepa/renderer/pages/operator/operator", Keys::segment);

  @Override
  public String id() {
    return "operator";
  }

  /// Operators are where search engines shall know them; their page by key is there as well,
  /// whatever becomes of the proof.
  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    Map<String, String> paths = new HashMap<>();
    for (Operator operator : data.part(Operators.class).operators()) {
      Link site = site(operator);
      String own = site == null ? null : site.path();
      paths.put(operator.key(), own == null ? PAGES.path(operator.key(), 1) : own);
    }
    links.entity("operator", paths::get);
    links.entity("operator-by-key", key -> paths.containsKey(key) ? PAGES.path(key, 1) : null);
  }

  @Override
  public Map<String, Class<? extends PageView>> shapes() {
    return Map.of("operator", OperatorView.class);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    List<RelayGroup> groups = context.model().groups("operator");
    List<Operator> operators = context.part(Operators.class).operators();
    Map<String, Integer> indexes = new HashMap<>();
    for (RelayGroup group : groups) {
      indexes.put(group.key(), indexes.size());
    }
    Proofs proofs = Proofs.ofOperators(context);
    GroupPages.ViewMaker views =
        (group, paging, _) -> {
          int index = Objects.requireNonNull(indexes.get(group.key()));
          var facts = new OperatorFacts(group, operators.get(index), context);
          return view(facts, index, paging, proofs);
        };
    return Stream.of(
            PAGES.paths(groups, context, views),
            IntStream.range(0, groups.size())
                .boxed()
                .flatMap(index -> domain(groups.get(index), operators.get(index), views, context)),
            operators.stream().flatMap(OperatorPages::former))
        .flatMap(paths -> paths);
  }

  /// The same page at the domain its relays prove: that is where it shall be found. The page by key
  /// stays, since what a domain proves may end.
  private static Stream<SitePath> domain(
      RelayGroup group, Operator operator, GroupPages.ViewMaker views, PageContext context) {
    Link site = site(operator);
    String path = site == null ? null : site.path();
    return path == null
        ? Stream.of()
        : Stream.of(
            new SitePath.Page(
                path,
                PAGES.template(),
                false,
                () ->
                    views.make(
                        group,
                        Paging.of(group.members().size(), 1, page -> PAGES.path(group.key(), page)),
                        context)));
  }

  private static Stream<SitePath> former(Operator operator) {
    return operator.formerKeys().stream()
        .map(key -> new SitePath.Redirect(PAGES.path(key, 1), PAGES.path(operator.key(), 1)));
  }

  /// The domain as an address of this site; null unless its relays prove it.
  static @Nullable Link site(Operator operator) {
    String domain = operator.domain();
    return domain != null && Boolean.TRUE.equals(operator.validated()) && Domains.isPath(domain)
        ? new Link(domain, "/" + domain + "/")
        : null;
  }

  private static PageView view(OperatorFacts facts, int index, Paging paging, Proofs proofs) {
    boolean first = paging.number() == 1;
    RelayGroup group = facts.group();
    boolean nobody = group.key().equals(Contact.NOBODY);
    boolean told = first && !nobody;
    PageContext context = facts.context();
    String name =
        nobody ? null : OperatorNames.name(facts.operator(), DisplayText.CONTACT_IN_HEADING);
    var state = new OperatorState(index, group, context);
    return new OperatorView(
        head(name, paging, context),
        group.key(),
        name,
        told ? OperatorFindings.of(index, group, context) : List.of(),
        told ? facts.identity() : null,
        first ? facts.figures() : null,
        first ? facts.shares() : null,
        first ? facts.operator().position() : null,
        told ? state.rankings() : List.of(),
        told ? past(state, new OperatorHistory(index, group, context)) : null,
        told ? proofs.of(group, context) : null,
        first ? facts.spread() : null,
        told ? facts.families() : new OperatorView.Families(List.of(), 0, List.of()),
        OperatorRelays.of(group.members(), paging, context),
        first ? facts.changes() : List.of());
  }

  private static OperatorView.Past past(OperatorState state, OperatorHistory history) {
    return new OperatorView.Past(
        history.uptime(),
        state.downtime(),
        state.versions(),
        history.traffic(),
        state.intelligence());
  }

  private static PageHead head(@Nullable String name, Paging paging, PageContext context) {
    boolean first = paging.number() == 1;
    Messages texts = Messages.of(context);
    String called =
        name == null ? texts.text("operator.nobody.title") : texts.text("operator.title", name);
    return new PageHead(
        texts.paged(called, paging.number()),
        name == null
            ? texts.text("operator.nobody.description")
            : texts.text("operator.description", name),
        "contacts",
        List.of(
            new Link(texts.text("contacts.title"), context.links().path("listing-contacts", ""))),
        first,
        List.of(
            Sources.DETAILS,
            Sources.VALIDATION,
            Sources.UPTIME,
            Sources.BANDWIDTH,
            Sources.DESCRIPTORS));
  }
}
