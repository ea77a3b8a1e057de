package cepa.renderer.stage;

/// Told between pages that a shard is still being worked on: the moment to prolong a lock, or to
/// give up by throwing.
@FunctionalInterface
public interface Progress {

  /// Called between pages, many times a second.
  ///
  /// @throws cepa.error.RetriableException to give the shard up
  void tick();

  /// That of the shard this thread is rendering, for work that is shared by many shards.
  ScopedValue<Progress> CURRENT = ScopedValue.newInstance();

  /// For whoever does not care.
  static Progress ignored() {
    return () -> {};
  }

  /// That of the shard this thread is rendering, if it renders one.
  static Progress current() {
    return CURRENT.orElse(ignored());
  }
}
