package cepa.bench;

import java.lang.management.ManagementFactory;

/// Time and processor time of this process since it was started; helpers of the virtual machine are
/// counted in.
public record Stopwatch(long wall, long cpu) {

  public static Stopwatch start() {
    return new Stopwatch(System.nanoTime(), processCpu());
  }

  /// What has passed since.
  public Stopwatch lap() {
    return new Stopwatch(System.nanoTime() - wall, processCpu() - cpu);
  }

  @Override
  public String toString() {
    return Shown.seconds(wall) + ", " + Shown.seconds(cpu) + " CPU";
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
