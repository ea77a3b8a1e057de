package cepa.simulator.authorityhealth;

/// How a port treats those who connect.
public enum PortBehaviour {
  /// Accepts at once.
  ACCEPT,
  /// Refuses.
  REFUSE,
  /// Does not react: whoever connects waits until the own time limit. It is made by a queue of
  /// connections that is full and never emptied.
  SILENT,
  /// Reacts late: the queue is emptied after a moment, so that the connecting system's second or
  /// third try gets through, usually after one to three seconds. A loopback connection cannot be
  /// slowed down more finely without help from the operating system.
  SLOW
}
