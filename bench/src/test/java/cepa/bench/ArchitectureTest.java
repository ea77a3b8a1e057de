package cepa.bench;

import cepa.testing.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
