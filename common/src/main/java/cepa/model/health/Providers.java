package cepa.model.health;

/// How much of the consensus weight the largest networks hold together, 0..1 (analytics 11.8).
///
/// @param topThree `top_3_as_concentration`
/// @param topFive `top_5_as_concentration`
/// @param topTen `top_10_as_concentration`
public record Providers(double topThree, double topFive, double topTen) {}
