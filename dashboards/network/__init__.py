"""The graph as a picture: a view (what is asked) goes in, nodes and edges with their places and looks come out, on the page and as files."""
