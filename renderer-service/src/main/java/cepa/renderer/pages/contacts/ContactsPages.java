package cepa.renderer.pages.contacts;

import cepa.model.Contact;
import cepa.model.RelayGroup;
import cepa.renderer.Link;
import cepa.renderer.Links;
import cepa.renderer.PageContext;
import cepa.renderer.PageFamily;
import cepa.renderer.SitePath;
import cepa.renderer.view.group.GroupListing;
import cepa.renderer.view.group.GroupRow;
import cepa.renderer.view.group.GroupRows;
import cepa.renderer.view.group.GroupSort;
import cepa.renderer.view.operator.OperatorNames;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Lists operators. Relays without a contact have a page, but are no operator (relay-model D-2).
@Component
final class ContactsPages implements PageFamily {

  private static final GroupListing LISTING =
      new GroupListing(
          "contacts",
          "Operators",
          "Everyone who runs Tor relays and says so, with the relays, bandwidth and consensus"
              + " weight they give.",
          "cepa/renderer/pages/contacts/contacts",
          GroupSort.without(GroupSort.UNIQUE_CONTACT_COUNT, GroupSort.UNIQUE_FAMILY_COUNT),
          List.of(
              "overall-bandwidth", "unique-contact-count", "unique-family-count", "total-data"));

  @Override
  public String id() {
    return "contacts";
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(30, "Operators", LISTING.path(), LISTING.kind()));
  }

  @Override
  public void link(Links.Registry links, PageContext.Data data) {
    links.entity("listing-contacts", key -> LISTING.path());
  }

  @Override
  public Stream<SitePath> paths(PageContext context) {
    List<RelayGroup> operators =
        context.model().groups("operator").stream()
            .filter(group -> !group.key().equals(Contact.NOBODY))
            .toList();
    var rows =
        new GroupRows(
            (group, figures) -> {
              Link name = Objects.requireNonNull(OperatorNames.of(context).link(group.key()));
              return new GroupRow(name, null, null, figures);
            },
            context);
    return LISTING.paths(operators, rows::of, context);
  }
}
