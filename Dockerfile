# Rapporteur installed from this checkout, with the versions of requirements.lock. Used by docker-compose.yml.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 HOME=/tmp
WORKDIR /opt/rapporteur

COPY requirements.lock .
RUN pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE rapporteur.py rapporteur.pth ./
COPY graph graph
COPY extract extract
COPY dashboards dashboards
COPY cypher cypher
COPY data data
RUN pip install --no-deps .

# Not root; a named volume takes its owner from this folder.
RUN useradd --system rapporteur && mkdir /workspace && chown rapporteur /workspace
USER rapporteur
WORKDIR /workspace
ENTRYPOINT ["rapporteur"]
