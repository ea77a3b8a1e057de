package cepa.bench.twins;

/// Which row or list element a figure stands in.
///
/// @param group which group of rows, from 0, in a table that has several; else -1
/// @param row from 0, within the group if there are several; -1 outside of rows
record Row(int group, int row) {

  static final Row NONE = new Row(-1, -1);

  static Row of(int row) {
    return new Row(-1, row);
  }
}
