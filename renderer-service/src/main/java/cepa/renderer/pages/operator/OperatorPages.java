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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows each operator, and leads there from the domain it proves and from keys it once had.
@Component
final class OperatorPages implements PageFamily {

  private static final GroupPages PAGES =
      GroupPages.ofAll("/contact/", "cepa/renderer/pages/operator/operator", Keys::segment);

  @Override
  public String id() {
    return "operator";
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    PAGES.link("operator", data.model().groups("operator"), links);
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    List<Operator> all = context.part(Operators.class).operators();
    Map<String, Operator> operators = new HashMap<>();
    all.forEach(operator -> operators.put(operator.key(), operator));
    Proofs proofs = Proofs.ofOperators(context);
    return Stream.of(
            PAGES.paths(
                context.model().groups("operator"),
                context,
                (group, paging, _) -> {
                  Operator operator = Objects.requireNonNull(operators.get(group.key()));
                  return view(new OperatorFacts(group, operator, context), paging, proofs);
                }),
            all.stream().flatMap(OperatorPages::domain),
            all.stream().flatMap(OperatorPages::former))
        .flatMap(paths -> paths);
  }

  /// A redirect, not a copy: what the domain proves may end, and no other page has its content.
  private static Stream<SitePath> domain(Operator operator) {
    Link site = site(operator);
    return site == null || site.path() == null
        ? Stream.of()
        : Stream.of(new SitePath.Redirect(site.path(), PAGES.path(operator.key(), 1)));
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

  private static PageView view(OperatorFacts facts, Paging paging, Proofs proofs) {
    boolean first = paging.number() == 1;
    RelayGroup group = facts.group();
    boolean nobody = group.key().equals(Contact.NOBODY);
    String name =
        nobody ? null : OperatorNames.name(facts.operator(), DisplayText.CONTACT_IN_HEADING);
    return new OperatorView(
        head(name, paging, facts.context()),
        group.key(),
        name,
        first && !nobody ? facts.identity() : null,
        facts.figures(),
        facts.operator().position(),
        first && !nobody ? proofs.of(group, facts.context()) : null,
        first ? facts.spread() : null,
        first && !nobody ? facts.families() : new OperatorView.Families(List.of(), 0),
        facts.relays(paging),
        first ? facts.changes() : List.of());
  }

  private static PageHead head(@Nullable String name, Paging paging, PageContext context) {
    boolean first = paging.number() == 1;
    String called = name == null ? "Relays without a contact" : name;
    return new PageHead(
        called + (first ? "" : ", page " + paging.number()),
        name == null
            ? "Tor relays whose operator left no contact: their number, bandwidth and share of the"
                + " network."
            : "Tor relays run by "
                + name
                + ": their number, bandwidth, share of the network, proofs, and what changed.",
        "contacts",
        List.of(new Link("Operators", context.links().path("listing-contacts", ""))),
        first,
        List.of(Sources.DETAILS, Sources.VALIDATION, Sources.UPTIME));
  }
}
