package cepa.fetcher.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ListingTest {

  private static final URI VOTES = URI.create("https://collector.test/recent/votes/");
  private static final FileNames NAMES =
      new FileNames(
          "-vote-([0-9A-Fa-f]{40})-[0-9A-Fa-f]{40}", n -> n.group(2).toUpperCase(Locale.ROOT));
  private static final String NAME =
      "2026-08-22-15-00-00-vote-" + "ab".repeat(20) + "-" + "C".repeat(40);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"NAME\">x</a>",
        "<A HREF='NAME'>",
        "<a class=x href = NAME>",
        "<a\nhref=\n\"NAME\"",
        "<a href=\"./NAME\">",
        "<a href=\"/recent/votes/NAME\">",
        "<a href=\"https://collector.test/recent/votes/NAME\">",
        "<a href=\"x\" href=\"NAME\">",
        "<a href=\"unclosed <a href=\"NAME\">",
        "<a href=\"NAME\"><a href=\"NAME\">",
      })
  void linkToAFile_isFoundHoweverItIsWritten(String page) {
    assertThat(files(page.replace("NAME", NAME)))
        .containsExactly(
            new ListedFile(NAME, Instant.parse("2026-08-22T15:00:00Z"), "AB".repeat(20)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NAME",
        "<td>NAME</td>",
        "<a href=\"../NAME\">",
        "<a href=\"../../etc/passwd\">",
        "<a href=\"https://elsewhere.test/recent/votes/NAME\">",
        "<a href=\"//elsewhere.test/NAME\">",
        "<a href=\"/recent/consensuses/NAME\">",
        "<a href=\"NAME/\">",
        "<a href=\"NAME/../x\">",
        "<a href=\"NAME.gz\">",
        "<a href=\"NAME?C=N\">",
        "<a href=\"NAME#x\">",
        "<a href=\"NAME%00\">",
        "<a href=\"NAME\u0000\">",
        "<a href=\"%2e%2e/NAME\">",
        "<a href=\" NAME\">",
        "<a href=\"javascript:NAME\">",
        "<a data-xhref=\"NAME\">",
        "<a href=\"2026-02-30-15-00-00-vote-X\">",
        "<a href=\"2026-08-22-15-00-00-consensus\">",
      })
  void whateverElseThePageHolds_isNoFile(String page) {
    assertThat(files(page.replace("NAME", NAME))).isEmpty();
  }

  @Test
  void timesThatAreNone_areNoFiles() {
    String page =
        List.of("2026-02-30-15-00-00", "2026-13-01-00-00-00", "2026-08-22-24-00-00").stream()
            .map(time -> "<a href='" + time + NAME.substring(19) + "'>")
            .reduce("", String::concat);

    assertThat(files(page)).isEmpty();
  }

  @Test
  void hostilePages_takeLinearTime() {
    String page =
        "<a href=".repeat(200_000) + "href=\"" + "x".repeat(2_000_000) + "href ".repeat(200_000);

    assertThat(files(page)).isEmpty();
  }

  @Test
  void files_areOrderedByName() {
    String older = "2026-08-22-14-00-00" + NAME.substring(19);

    assertThat(files("<a href='" + NAME + "'><a href='" + older + "'>"))
        .extracting(ListedFile::name)
        .containsExactly(older, NAME);
  }

  @Test
  void newest_isTheLastByName() {
    assertThat(Selection.newest().choose(List.of(file("13:00", "a"), file("14:00", "b"))))
        .containsExactly(file("14:00", "b"));
  }

  @Test
  void newestOfEach_leavesOutWhoIsLate() {
    List<ListedFile> files =
        List.of(
            file("12:00", "silent"),
            file("13:00", "both"),
            file("13:00", "late"),
            file("14:00", "both"));

    assertThat(Selection.newestOfEach(Duration.ofHours(1)).choose(files))
        .containsExactly(file("14:00", "both"), file("13:00", "late"));
  }

  @Test
  void window_isMeasuredFromTheNewestFile() {
    List<ListedFile> files =
        List.of(file("10:00", "a"), file("12:29", "b"), file("12:30", "c"), file("14:00", "d"));

    assertThat(Selection.window(Duration.ofMinutes(90), 1).choose(files))
        .containsExactly(file("12:30", "c"), file("14:00", "d"));
  }

  @Test
  void windowWithFewFiles_isFilledUp() {
    List<ListedFile> files = List.of(file("10:00", "a"), file("11:00", "b"), file("14:00", "c"));

    assertThat(Selection.window(Duration.ofHours(1), 2).choose(files))
        .containsExactly(file("11:00", "b"), file("14:00", "c"));
    assertThat(Selection.window(Duration.ofHours(1), 9).choose(files)).isEqualTo(files);
  }

  @Test
  void twoFilesOfOneDocument_areOne() {
    List<ListedFile> files = List.of(file("13:30", "same"), file("14:00", "same"));

    assertThat(Selection.window(Duration.ofHours(1), 1).choose(files))
        .containsExactly(file("14:00", "same"));
  }

  private static ListedFile file(String time, String document) {
    return new ListedFile(time + document, Instant.parse("2026-08-22T" + time + ":00Z"), document);
  }

  private static List<ListedFile> files(String page) {
    return Listing.files(page, VOTES, NAMES);
  }
}
