package cepa.simulator.network;

import java.util.List;

/// Harmless words to make names of.
final class Words {

  private static final List<String> ALL =
      List.of(
          ("acorn alder alpine arcade atlas balsam bamboo barley beryl bison bluff bramble breeze"
                  + " brook cactus canyon carob cascade cider clover condor crocus cypress dahlia"
                  + " delphi drift dusk eagle egret elder ermine estuary everest feather fennel"
                  + " finch firth flax foxglove gale gannet ginger gorse grove gull hickory hollow"
                  + " ibis inlet ironwood islet jade kelp kite krill laurel ledge lemon lilac"
                  + " limestone lizard magnolia mallow mango mantis marsh mistral moor myrtle"
                  + " nettle oasis olive orchid oriole osier oxbow palm panther peach pelican"
                  + " petrel pewter plateau poplar prism puffin quail rapids rosemary rye sable"
                  + " sandbar savanna sequoia shoal sorrel steppe sycamore talus tamarind teal"
                  + " tidal tulip upland vanilla verbena walnut warbler waterfall yucca zinnia")
              .split(" "));

  private Words() {}

  static String pick(Draw draw) {
    return draw.from(ALL);
  }
}
