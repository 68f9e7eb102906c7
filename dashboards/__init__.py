"""The Streamlit app: the graph of a store as pages. Only the upload page reads documents."""
