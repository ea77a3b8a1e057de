package cepa.search;

/// One kind of thing that can be found. The index lists its kinds in the order in which a result
/// page groups them.
///
/// @param id kind of entity, e.g. `relay`
/// @param title heading of its group, e.g. `Relays`
/// @param root what stands before the key in the path of its pages, e.g. `/relay/`
/// @param identified whether the key alone names one thing in the world (a fingerprint, an AS
///   number): such a key leads straight to its page, whatever else has the same name
/// @param suggested whether a partial match is only a suggestion, that leads nowhere by itself
public record SearchKind(
    String id, String title, String root, boolean identified, boolean suggested) {}
