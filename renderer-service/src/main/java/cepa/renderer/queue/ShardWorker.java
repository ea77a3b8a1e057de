package cepa.renderer.queue;

import cepa.build.RenderAssignment;
import cepa.build.ShardResult;
import cepa.error.PermanentException;
import cepa.error.RetriableException;
import cepa.renderer.stage.Progress;
import cepa.renderer.stage.ShardRenderer;
import cepa.renderer.stage.StagedShard;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Renders assignments and decides what becomes of each. Safe for many threads; a call uses one.
public final class ShardWorker {

  private static final Logger log = LoggerFactory.getLogger(ShardWorker.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(250);

  private final ShardRenderer renderer;
  private final EndedBuilds ended;
  private final RenderMetrics metrics;
  private final Policy policy;

  public ShardWorker(
      ShardRenderer renderer, EndedBuilds ended, RenderMetrics metrics, Policy policy) {
    this.renderer = renderer;
    this.ended = ended;
    this.metrics = metrics;
    this.policy = policy;
  }

  /// @param delivery how often this assignment was handed out, this time included; 1 ..
  public Outcome handle(RenderAssignment assignment, int delivery, Progress progress) {
    MDC.put("build", assignment.build());
    MDC.put("shard", Integer.toString(assignment.shard()));
    try {
      Outcome outcome = decide(assignment, delivery, progress);
      metrics.count(outcome);
      return outcome;
    } finally {
      MDC.remove("build");
      MDC.remove("shard");
    }
  }

  /// Counts an assignment that cannot be read.
  public void unreadable() {
    metrics.unreadable();
  }

  private Outcome decide(RenderAssignment assignment, int delivery, Progress progress) {
    if (!assignment.codeVersion().equals(policy.codeVersion)) {
      return passOver("is for code " + assignment.codeVersion());
    }
    if (ended.contains(assignment.build())) {
      return passOver("belongs to a build that has ended");
    }
    try {
      StagedShard staged = renderer.render(assignment, progress);
      metrics.staged(staged);
      log.debug("Staged in {} ms", staged.result().millis());
      return new Outcome.Report(staged.result());
    } catch (RetriableException e) {
      return delivery < policy.lastDelivery
          ? again(delivery, e)
          : failed(assignment, "given up after " + delivery + " deliveries: " + e.getMessage(), e);
    } catch (PermanentException e) {
      return failed(assignment, String.valueOf(e.getMessage()), e);
    } catch (RuntimeException | StackOverflowError e) {
      // The top of a worker's loop: a defect fails the build with its reason, not the worker.
      return failed(assignment, "unexpected: " + e, e);
    }
  }

  private static Outcome passOver(String reason) {
    log.debug("Passed over: the assignment {}", reason);
    return new Outcome.PassOver(reason);
  }

  private Outcome again(int delivery, RetriableException e) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(delivery - 1, 16));
    Duration bounded = delay.compareTo(policy.longestDelay) < 0 ? delay : policy.longestDelay;
    log.warn(
        "Delivery {} failed, again in {} ms: {}", delivery, bounded.toMillis(), e.getMessage());
    return new Outcome.Again(bounded, String.valueOf(e.getMessage()));
  }

  private Outcome failed(RenderAssignment assignment, String reason, Throwable cause) {
    log.error("The shard cannot be rendered: {}", reason, cause);
    return new Outcome.Report(
        new ShardResult.Failed(assignment.build(), assignment.shard(), reason, policy.renderer));
  }

  /// How a worker behaves.
  ///
  /// @param renderer name of this renderer in results
  /// @param codeVersion code of this process; assignments for other code are passed over
  /// @param lastDelivery delivery after which the queue drops a record without a word: what fails
  ///   then is reported as failed
  /// @param longestDelay bound of the wait before an assignment is put back
  public record Policy(
      String renderer, String codeVersion, int lastDelivery, Duration longestDelay) {}
}
