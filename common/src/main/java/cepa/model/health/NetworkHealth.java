package cepa.model.health;

import cepa.model.ModelPart;
import org.jspecify.annotations.Nullable;

/// How the network is doing (analytics 11, 12). Each fact has one place: what
/// [cepa.model.NetworkTotals], [cepa.model.intelligence.NetworkIntelligence],
/// [cepa.model.validation.NetworkValidation], [cepa.model.reliability.UptimeStatistics],
/// [cepa.model.traffic.GroupTraffic], [cepa.model.consensus.Authorities] and
/// [cepa.model.consensus.FamilyKeys] hold is not repeated here. Counts are of relays of the model,
/// running or not; shares follow from them. What is null is unknown, never zero.
///
/// Where the figures of analytics 11 are, by group:
///
/// | group | here | elsewhere |
/// |---|---|---|
/// | 1 counts | [#overload], [#participation] | totals: `all`, `flags` (both flags: [Participation#guardExits]); offline is `relays - running` (D-8) |
/// | 2 age | [#ages] | |
/// | 3 bandwidth | [#capacity] | totals: `all` by primary role |
/// | 4 weight per bandwidth | [#utilization] | intelligence: `performance` |
/// | 5 data | | traffic: `network` and `roles` by period |
/// | 6 participation | [#participation] | |
/// | 7 geography | [#geography] | intelligence: `concentration`, `geography` |
/// | 8 networks | [#providers] | intelligence: `concentration.topNetworks` |
/// | 9 platforms | [#platforms] | |
/// | 10 versions | [#versions] | |
/// | 11 exit policies | [#exitPolicies] | |
/// | 12 address families | [#addresses] | |
/// | 13 averages | [#averages] | |
/// | 14 uptime | [#uptime] | uptime statistics: `flags`, `middle`, `other`, `sixMonths` |
/// | 15 identities | [#identities] | validation: `network` |
/// | 16 families by key | [#keyFamilies] | family keys: `seen`, `withCertificate`, `coverage`; authorities: `methods`, `parameters` |
///
/// @param verdict whether that is well, and why
/// @param overload relays that cannot keep up
/// @param ages how long relays have been here
/// @param capacity what a relay can carry
/// @param utilization consensus weight per bandwidth
/// @param participation who declares family and contact
/// @param geography where relays are
/// @param providers how much the largest networks hold
/// @param platforms what relays run on
/// @param versions what they run
/// @param exitPolicies what exits let out
/// @param addresses over which internet protocols relays are reached
/// @param averages of things per other things
/// @param uptime how much relays ran; null if unknown
/// @param identities operators that can be proved
/// @param keyFamilies how far families by key have come
public record NetworkHealth(
    Verdict verdict,
    Overload overload,
    Ages ages,
    Capacity capacity,
    Utilization utilization,
    Participation participation,
    Geography geography,
    Providers providers,
    Platforms platforms,
    Versions versions,
    ExitPolicies exitPolicies,
    AddressFamilies addresses,
    Averages averages,
    @Nullable MeanUptime uptime,
    Identities identities,
    KeyFamilies keyFamilies)
    implements ModelPart {

  /// Group 1: `overloaded_relays`. General overload is in details, so it is always counted.
  ///
  /// @param relays overloaded now
  /// @param complete whether limits and file descriptors are known, too (source: onionoo bandwidth)
  public record Overload(int relays, boolean complete) {}

  /// Groups 1 and 6.
  ///
  /// @param guardExits relays with both flags: `guard_exit_count`
  /// @param withFamily relays whose effective family has another member: `relays_with_family`
  /// @param withContact relays with a contact: `relays_with_contact`
  /// @param contacts distinct trimmed contact texts, without the empty one (D-2):
  ///   `unique_contacts_count`
  /// @param families distinct families; lists that are not symmetric make one for each distinct
  ///   set: `families_count`
  public record Participation(
      int guardExits, int withFamily, int withContact, int contacts, int families) {}

  /// Group 13: null where there is nothing to divide by.
  ///
  /// @param networksPerCountry `avg_as_per_country`
  /// @param domainsPerNetwork distinct domains of complete contacts: `avg_aroi_per_as`
  /// @param familiesPerNetwork `avg_families_per_as`
  public record Averages(
      @Nullable Double networksPerCountry,
      @Nullable Double domainsPerNetwork,
      @Nullable Double familiesPerNetwork) {}

  /// Group 15: what follows from [cepa.model.validation.NetworkValidation].
  ///
  /// @param claiming relays whose contact is complete: `total_relays_with_aroi`
  /// @param domains distinct domains of these: `aroi_operators_count`
  /// @param validatedDomains those that a relay proves; null if validation data are missing
  /// @param relaysPerDomain `avg_relays_per_aroi_operator`; null if there is no domain
  public record Identities(
      int claiming,
      int domains,
      @Nullable Integer validatedDomains,
      @Nullable Double relaysPerDomain) {}
}
