"""The graph for other tools: pandas frames and back, NetworkX and back, py2neo (an extra)."""

from graph.interop.frames import Frames, from_frames, to_frames
from graph.interop.networks import from_networkx, to_networkx

__all__ = ["Frames", "from_frames", "from_networkx", "to_frames", "to_networkx"]
