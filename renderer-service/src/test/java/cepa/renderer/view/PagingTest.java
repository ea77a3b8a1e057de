package cepa.renderer.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest {

  private static Paging page(int total, int number) {
    return Paging.of(total, number, page -> "/x/" + page + "/");
  }

  @Test
  void shortTable_isOnePageWithoutNeighbours() {
    assertThat(page(500, 1)).isEqualTo(new Paging(1, 1, 1, 500, 500, null, null, null, null));
  }

  @Test
  void emptyTable_isOnePageOfNoRows() {
    assertThat(page(0, 1)).isEqualTo(new Paging(1, 1, 0, 0, 0, null, null, null, null));
    assertThat(page(0, 1).rows(List.of())).isEmpty();
  }

  @Test
  void middlePage_leadsToAllSides() {
    assertThat(page(1_501, 2))
        .isEqualTo(new Paging(2, 4, 501, 1_000, 1_501, "/x/1/", "/x/1/", "/x/3/", "/x/4/"));
  }

  @Test
  void lastPage_holdsTheRest() {
    List<Integer> rows = IntStream.range(0, 1_501).boxed().toList();
    assertThat(page(1_501, 4).rows(rows)).containsExactly(1_500);
    assertThat(page(1_501, 4).next()).isNull();
  }

  @Test
  void firstOfALongTable_leadsToNoOther() {
    Paging paging = Paging.firstOf(501);
    assertThat(paging.pages()).isOne();
    assertThat(paging.to()).isEqualTo(500);
    assertThat(paging.total()).isEqualTo(501);
    assertThat(paging.next()).isNull();
    assertThat(Paging.firstOf(0).from()).isZero();
  }
}
