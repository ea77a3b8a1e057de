package cepa.edge.route;

import static cepa.edge.route.Entries.page;
import static cepa.edge.route.Entries.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {

  private static final String FINGERPRINT = "ABCDEF0123456789ABCDEF0123456789ABCDEF01";

  private static final RouteTable TABLE =
      RouteTable.of(
          List.of(
              Entries.part(
                  page("/"),
                  page("/404.html"),
                  page("/404-relay.html"),
                  page("/as/AS24940/"),
                  page("/country/DE/"),
                  page("/country/DE/index.json")),
              Entries.part(),
              Entries.part(
                  redirect("/family/B/", "/family/A/"),
                  page("/flag/running/"),
                  page("/platform/Linux/"),
                  page("/relay/" + FINGERPRINT + "/"),
                  page("/top500.html"),
                  page("/twice/a/"),
                  page("/twice/A/"))));

  @ParameterizedTest
  @ValueSource(strings = {"/", "/country/DE/", "/country/DE/index.json", "/top500.html"})
  void path_isSent(String path) {
    assertThat(Router.decide(TABLE, path))
        .isInstanceOfSatisfying(
            Decision.Send.class,
            send -> {
              assertThat(send.status()).isEqualTo(200);
              assertThat(send.body().path()).isEqualTo(path);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "/country/DE, /country/DE/",
    "/country/DE/index.html, /country/DE/",
    "/index.html, /",
    "/country/de/, /country/DE/",
    "/country/de, /country/DE/",
    "/country/de/index.html, /country/DE/",
    "/country/de/index.json, /country/DE/index.json",
    "/relay/abcdef0123456789abcdef0123456789abcdef01/, /relay/" + FINGERPRINT + "/",
    "/platform/linux/, /platform/Linux/",
    "/flag/Running, /flag/running/",
    "/TOP500.html, /top500.html",
    "/as/24940/, /as/AS24940/",
    "/as/24940, /as/AS24940/",
    "/as/as24940/, /as/AS24940/",
  })
  void otherSpelling_isMovedForGood(String path, String location) {
    assertThat(Router.decide(TABLE, path)).isEqualTo(new Decision.Move(308, location));
  }

  @Test
  void redirectOfTheBuild_isFollowed() {
    assertThat(Router.decide(TABLE, "/family/B/")).isEqualTo(new Decision.Move(301, "/family/A/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/country/FR/", "/country", "/top500", "/as/1/", "/index.json", "/as//"})
  void unknownPath_isMissing(String path) {
    assertThat(Router.decide(TABLE, path)).isEqualTo(new Decision.Missing("/404.html"));
  }

  @Test
  void unknownRelay_isMissingWithItsOwnPage() {
    assertThat(Router.decide(TABLE, "/relay/" + "0".repeat(40) + "/"))
        .isEqualTo(new Decision.Missing("/404-relay.html"));
    assertThat(Router.decide(TABLE, "/relay/" + "0".repeat(39) + "/"))
        .isEqualTo(new Decision.Missing("/404.html"));
  }

  @Test
  void pathWithTwoSpellings_isNotGuessed() {
    assertThat(Router.decide(TABLE, "/TWICE/A/")).isEqualTo(new Decision.Missing("/404.html"));
    assertThat(Router.decide(TABLE, "/twice/A/")).isInstanceOf(Decision.Send.class);
  }

  @Test
  void errorPages_haveTheirStatusAlsoWhenAskedFor() {
    assertThat(Router.decide(TABLE, "/404.html"))
        .isInstanceOfSatisfying(
            Decision.Send.class, send -> assertThat(send.status()).isEqualTo(404));
  }
}
