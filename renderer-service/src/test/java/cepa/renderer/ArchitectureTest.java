package cepa.renderer;

import cepa.testing.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
