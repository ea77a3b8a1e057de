package cepa.processor.analysis.health;

import static org.assertj.core.api.Assertions.assertThat;

import cepa.address.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRestrictionsTest {

  private static final Set<IpAddress> OWN =
      Set.of(Objects.requireNonNull(IpAddress.parse("11.0.0.1")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        // What Tor writes by default: private ranges and the relay's own address.
        "reject 0.0.0.0/8:*, reject 10.0.0.0/8:*, reject 11.0.0.1:*, accept *:80, reject *:*",
        "reject private:*, accept *:*",
        "accept *:*",
        "reject *:*",
        "",
        // A rule that changes nothing: the port stays in anyway, or it comes too late.
        "reject 8.8.8.8:25, accept *:80, reject *:*",
        "accept *:80, reject 8.8.8.8:80, reject *:*",
        "accept 8.8.8.8:*, reject 8.8.8.8:80, accept *:*",
        "reject *:25, reject 8.8.8.8:25, accept *:*",
        // Of the other protocol, or not to be read.
        "reject6 8.8.8.8:*x, accept *:80",
        "reject [2a01::1]:*, accept *:*",
        "reject example.org:*, accept *:*",
        "nonsense, accept *:*"
      })
  void policyThatTreatsAllPublicAddressesAlike_isNotRestricted(String policy) {
    assertThat(AddressRestrictions.in(rules(policy), OWN, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reject 8.8.8.8:*, accept *:*",
        "reject 8.8.8.0/24:*, accept *:80, reject *:*",
        "reject 8.0.0.0/255.0.0.0:80-90, accept *:80, reject *:*",
        "reject 0.0.0.0/1:*, accept *:*",
        "reject 11.0.0.0/31:*, accept *:*",
        "reject 8.8.8.8:443",
        "accept 8.8.8.8:80, reject 8.8.8.8:*, accept *:80-81, reject *:*"
      })
  void policyThatKeepsTrafficFromSomePublicAddress_isRestricted(String policy) {
    assertThat(AddressRestrictions.in(rules(policy), OWN, false)).isTrue();
  }

  @Test
  void ruleOfIpv6_counts_onlyIfAnythingGoesOutThere() {
    List<PolicyRule> rules = rules("reject6 [2a01::]/16:*, accept *:*");
    assertThat(AddressRestrictions.in(rules, OWN, true)).isTrue();
    assertThat(AddressRestrictions.in(rules, OWN, false)).isFalse();
  }

  @Test
  void answer_isThatOfTryingEveryAddressAndPort() {
    var random = new Random(1);
    int restricted = 0;
    for (int round = 0; round < 500; round++) {
      List<String> lines = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        int length = 28 + random.nextInt(5);
        String where = random.nextBoolean() ? "*" : "8.8.8." + random.nextInt(16) + "/" + length;
        int port = 1 + random.nextInt(4);
        lines.add(
            (random.nextBoolean() ? "accept " : "reject ")
                + where
                + ":"
                + (random.nextInt(3) == 0 ? "*" : port + "-" + (port + random.nextInt(3))));
      }
      List<PolicyRule> rules = rules(String.join(", ", lines));
      boolean expected = restrictedByTrying(rules);
      assertThat(AddressRestrictions.in(rules, OWN, false))
          .as(lines.toString())
          .isEqualTo(expected);
      restricted += expected ? 1 : 0;
    }
    assertThat(restricted).isBetween(50, 450);
  }

  private static boolean restrictedByTrying(List<PolicyRule> rules) {
    List<PolicyRule> elsewhere = rules.stream().filter(rule -> rule.range() == null).toList();
    for (int last = 0; last < 32; last++) {
      IpAddress address = Objects.requireNonNull(IpAddress.parse("8.8.8." + last));
      List<PolicyRule> here = rules.stream().filter(rule -> rule.matches(address)).toList();
      for (int port = 1; port < 10; port++) {
        if (accepts(elsewhere, port) && !accepts(here, port)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean accepts(List<PolicyRule> rules, int port) {
    for (PolicyRule rule : rules) {
      if (rule.ports().contains(port)) {
        return rule.accepts();
      }
    }
    return true;
  }

  private static List<PolicyRule> rules(String policy) {
    return Arrays.stream(policy.split(", "))
        .flatMap(line -> PolicyRule.parse(line).stream())
        .toList();
  }
}
