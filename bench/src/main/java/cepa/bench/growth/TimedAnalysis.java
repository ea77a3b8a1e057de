package cepa.bench.growth;

import cepa.processor.Analysis;
import cepa.processor.Facts;
import java.util.Set;

/// An analysis that is timed.
record TimedAnalysis<R>(Analysis<R> analysis, StepTimes times) implements Analysis<R> {

  @Override
  public Class<R> makes() {
    return analysis.makes();
  }

  @Override
  public Set<Class<?>> reads() {
    return analysis.reads();
  }

  @Override
  public String configuration() {
    return analysis.configuration();
  }

  @Override
  public R analyse(Facts facts) {
    String name = analysis.getClass().getSimpleName();
    return times.step(
        "analyse " + name.replaceFirst("Analysis$", ""), () -> analysis.analyse(facts));
  }
}
