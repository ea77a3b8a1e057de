package cepa.testing.architecture;

import cepa.store.ObjectStore;

/// `common` cannot use test-support, so its rules are checked from here.
class CommonArchitectureTest extends ArchitectureRules {

  @Override
  protected Class<?> anchor() {
    return ObjectStore.class;
  }
}
