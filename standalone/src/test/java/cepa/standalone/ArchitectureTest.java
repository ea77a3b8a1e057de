package cepa.standalone;

import cepa.testing.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
