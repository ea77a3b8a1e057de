package cepa.processor;

import cepa.testing.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {}
