package cepa.testing.architecture;

class TestSupportArchitectureTest extends ArchitectureRules {}
