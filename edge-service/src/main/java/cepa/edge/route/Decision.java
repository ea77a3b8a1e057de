package cepa.edge.route;

/// What to answer to a path.
public sealed interface Decision {

  /// Send this body.
  ///
  /// @param status 200, or 404 for the error pages themselves
  record Send(Route.Body body, int status) implements Decision {}

  /// Send the reader elsewhere.
  ///
  /// @param status 301 for a redirect of the build, 308 for another spelling of a path
  record Move(int status, String location) implements Decision {}

  /// There is nothing.
  ///
  /// @param page path of the error page that explains it
  record Missing(String page) implements Decision {}
}
