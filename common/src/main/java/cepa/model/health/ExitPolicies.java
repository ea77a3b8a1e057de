package cepa.model.health;

/// What relays with the flag Exit let out over IPv4 (analytics 11.11). Summaries of both forms are
/// evaluated. An address restriction is a rule that keeps traffic to a public address other
/// than the relay's own from ports it lets out elsewhere: ranges are parsed, rules apply in their
/// order.
///
/// @param exits relays with the flag Exit
/// @param web let port 80 or 443 out: `web_traffic_exits`
/// @param unrestricted let every port out: `unrestricted_exits`
/// @param restricted do not: `restricted_exits`
/// @param unknownPorts have no summary
/// @param addressRestricted refuse some public addresses: `ip_restricted_exits`
/// @param addressUnrestricted refuse none: `ip_unrestricted_exits`
/// @param unknownAddresses have no rules that can be read
/// @param open unrestricted in ports and addresses: `unrestricted_and_no_ip_restrictions`
public record ExitPolicies(
    int exits,
    int web,
    int unrestricted,
    int restricted,
    int unknownPorts,
    int addressRestricted,
    int addressUnrestricted,
    int unknownAddresses,
    int open) {}
