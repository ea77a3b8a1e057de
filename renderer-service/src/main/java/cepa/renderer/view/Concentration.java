package cepa.renderer.view;

/// When one network holds too much.
public final class Concentration {

  /// More than a tenth of the consensus weight in one hand is worth a word: whoever runs, or
  /// watches, that network sees that share of circuits at some hop.
  private static final double HIGH = 0.10;

  private Concentration() {}

  /// @param weightFraction share of the network's consensus weight, 0..1
  public static boolean isHigh(double weightFraction) {
    return weightFraction > HIGH;
  }
}
