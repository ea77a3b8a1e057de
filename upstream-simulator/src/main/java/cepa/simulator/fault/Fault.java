package cepa.simulator.fault;

/// Something that goes wrong with requests below a path.
///
/// @param path beginning of the path as documents name it, so without the name of the service
/// @param times how many requests it hits; [#ALWAYS] or more than 0
public record Fault(String path, FaultAction action, int times) {

  public static final int ALWAYS = Integer.MAX_VALUE;

  public Fault {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("The path of a fault begins with /, not " + path);
    }
    if (times < 1) {
      throw new IllegalArgumentException("A fault that hits " + times + " times is none");
    }
  }

  public static Fault always(String path, FaultAction action) {
    return new Fault(path, action, ALWAYS);
  }

  public static Fault once(String path, FaultAction action) {
    return new Fault(path, action, 1);
  }
}
