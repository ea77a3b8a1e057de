package cepa.fetcher;

import cepa.testing.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
