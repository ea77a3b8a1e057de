package cepa.bench.twins;

/// A figure on a page.
///
/// @param slot where pages of the family print it: heading, table and column, or term of a list;
///   without figures and without which row it is
/// @param labelled the same with what the row is called by the template; empty outside of rows
/// @param row where in a table or list it is
/// @param token what is printed
record PageFigure(String slot, String labelled, Row row, Token token) {}
