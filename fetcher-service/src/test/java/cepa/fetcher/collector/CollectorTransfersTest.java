package cepa.fetcher.collector;

import static cepa.fetcher.CollectorTexts.vote;
import static cepa.fetcher.OnionooDocuments.fingerprint;
import static cepa.fetcher.Upstream.body;
import static cepa.fetcher.Upstream.status;
import static org.assertj.core.api.Assertions.assertThat;

import cepa.fetcher.Downloaded;
import cepa.fetcher.SplitDocument;
import cepa.fetcher.Upstream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How many transfers run at a time, and how long.
class CollectorTransfersTest extends VotesAtCollector {

  @Test
  void deadline_isOneForAllFiles() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    put(THREE, 1, _ -> await(over));
    put(THREE, 2);
    put(
        THREE,
        3,
        exchange -> {
          status(500).answer(exchange);
          await(over);
        });

    long began = System.nanoTime();
    Map<String, SplitDocument> loaded =
        splits((Downloaded.Documents) run(null, settings(Duration.ofSeconds(2)), 3));
    over.countDown();

    assertThat(loaded).containsOnlyKeys(fingerprint(2));
    assertThat(split(loaded, 2).envelope())
        .containsEntry("files_skipped", name(THREE, 1) + " " + name(THREE, 3));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void transfers_areLimitedInNumber() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    for (int i = 1; i <= 12; i++) {
      Upstream.Answer vote = body(vote(THREE, fingerprint(i), 3));
      put(
          THREE,
          i,
          exchange -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            three.countDown();
            await(three);
            running.decrementAndGet();
            vote.answer(exchange);
          });
    }

    Downloaded downloaded = run(null, settings(Duration.ofSeconds(20)), 3);

    assertThat(splits((Downloaded.Documents) downloaded)).hasSize(12);
    assertThat(most).hasValue(3);
  }

  @Test
  void interruptedAttempt_endsWithAllItsTransfers() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    CountDownLatch over = new CountDownLatch(1);
    for (int i = 1; i <= 2; i++) {
      put(
          THREE,
          i,
          _ -> {
            asked.countDown();
            await(over);
          });
    }
    List<Throwable> ends = new ArrayList<>();
    Thread attempt =
        Thread.startVirtualThread(() -> {
          try {
            download(null);
          } catch (Exception e) {
            ends.add(e);
          }
        });
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    attempt.interrupt();
    attempt.join();
    over.countDown();

    assertThat(ends).singleElement().isInstanceOf(InterruptedException.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean _ = latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
